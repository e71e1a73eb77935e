import { sniffFormat } from 'statecraft/sources'
import { describe, expect, it } from 'vitest'

const SDN = '36,"AEROCARIBBEAN AIRLINES",-0- ,"CUBA",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \r\n'

describe('the format of what others publish', () => {
  it.each([
    ['<?xml version="1.0"?>\n<sdnList xmlns="http://tempuri.org/sdnList.xsd">', 'ofac-legacy-xml'],
    ['<Sanctions xmlns="https://www.un.org/sanctions/1.0" Version="1">', 'ofac-advanced-xml'],
    ['\ufeff<?xml version="1.0"?><!-- a -->\n<x:sanctionsData xmlns:x="y">', 'ofac-enhanced-xml'],
    ['<CONSOLIDATED_LIST dateGenerated="2025-04-19">', 'un-xml'],
    ['<!DOCTYPE Designations [ <!ENTITY a "b"> ]>\n<Designations>', 'uk-xml'],
    ['<ArrayOfFinancialSanctionsTarget>', 'uk-xml'],
    ['<export xmlns="http://eu.europa.ec/fpi/fsd/export">', 'eu-xml'],
    ['<swiss-sanctions-list list-type="full" date="2024-01-17">', 'seco-xml'],
    [SDN, 'ofac-sdn-csv'],
    ['Report Date: 01-Sep-2025\r\nLast Updated,Unique ID,OFSI Group ID', 'uk-csv'],
    ['{"id": "a", "schema": "Person", "properties": {"name": ["A"]}}\n', 'ftm'],
    ['{"op":"ADD","entity":{"id":"a","schema":"Person"}}\n', 'ftm'],
    ['"id","schema","name","aliases"\n', 'ftm'],
    [`881990832\t20181024\t${'x\t'.repeat(58)}x\n`, 'gdelt-events'],
    ['{"type":"State","id":"state:KP","label":"North Korea"}\n', undefined],
    ['{"statecraft":"1"}\n{"type":"State"', undefined],
    ['<rdf:RDF xmlns:rdf="x">', undefined],
    ['', undefined],
  ])('is told by how it begins: %#', (head, format) => {
    expect(sniffFormat(['file'], head)).toBe(format)
  })

  it('is told by the names of the files of a folder', () => {
    expect(sniffFormat(['add.csv', 'alt.csv', 'sdn.csv', 'sdn_comments.csv'], '36,25,-0- ,"Havana"')).toBe(
      'ofac-sdn-csv',
    )
    expect(sniffFormat(['CONS_PRIM.CSV'], '')).toBe('ofac-sdn-csv')
  })

  it('is a table for a file that is called one, and is no other', () => {
    expect(sniffFormat(['votes.csv'], 'rcid,ccode,vote\n')).toBe('csv')
    expect(sniffFormat(['a.csv', 'b.csv'], 'rcid,ccode,vote\n')).toBeUndefined()
  })
})
