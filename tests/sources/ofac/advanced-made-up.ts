/** Value sets, with the numbers that OFAC's have. */
const SETS = `<ReferenceValueSets>
<AliasTypeValues><AliasType ID="1400">A.K.A.</AliasType><AliasType ID="1401">F.K.A.</AliasType><AliasType ID="1403">Name</AliasType></AliasTypeValues>
<AreaCodeValues><AreaCode ID="11291" Description="undetermined" AreaCodeTypeID="1"/><AreaCode ID="11110" Description="Iran" AreaCodeTypeID="1">IR</AreaCode></AreaCodeValues>
<CalendarTypeValues><CalendarType ID="1">Gregorian</CalendarType><CalendarType ID="2">Islamic</CalendarType></CalendarTypeValues>
<CountryValues><Country ID="11110" ISO2="IR">Iran</Country><Country ID="11160" ISO2="PA">Panama</Country><Country ID="11999">Atlantis</Country></CountryValues>
<DetailReferenceValues><DetailReference ID="91526">Male</DetailReference><DetailReference ID="91275">Crude/Oil Products Tanker</DetailReference></DetailReferenceValues>
<DetailTypeValues><DetailType ID="1432">TEXT</DetailType><DetailType ID="1433">COUNTRY</DetailType></DetailTypeValues>
<DocNameStatusValues><DocNameStatus ID="1">Primary Latin</DocNameStatus><DocNameStatus ID="2">Others</DocNameStatus></DocNameStatusValues>
<EntryEventTypeValues><EntryEventType ID="1">Created</EntryEventType><EntryEventType ID="2">Amended</EntryEventType></EntryEventTypeValues>
<FeatureTypeValues><FeatureType ID="1">VESSEL CALL SIGN</FeatureType><FeatureType ID="2">VESSEL TYPE</FeatureType><FeatureType ID="3">Vessel Flag</FeatureType>
<FeatureType ID="5">Vessel Tonnage</FeatureType><FeatureType ID="8">Birthdate</FeatureType><FeatureType ID="9">Place of Birth</FeatureType><FeatureType ID="10">Nationality Country</FeatureType>
<FeatureType ID="25">Location</FeatureType><FeatureType ID="64">Additional Sanctions Information -</FeatureType><FeatureType ID="224">Gender</FeatureType><FeatureType ID="264">MMSI</FeatureType><FeatureType ID="344">Digital Currency Address - XBT</FeatureType>
<FeatureType ID="646">Organization Established Date</FeatureType><FeatureType ID="999">Favourite Colour</FeatureType></FeatureTypeValues>
<IDRegDocDateTypeValues><IDRegDocDateType ID="1480">Issue Date</IDRegDocDateType><IDRegDocDateType ID="1481">Expiration Date</IDRegDocDateType></IDRegDocDateTypeValues>
<IDRegDocTypeValues><IDRegDocType ID="1571">Passport</IDRegDocType><IDRegDocType ID="1626">Vessel Registration Identification</IDRegDocType></IDRegDocTypeValues>
<LegalBasisValues><LegalBasis ID="1828">Executive Order 13224 (Terrorism)</LegalBasis></LegalBasisValues>
<ListValues><List ID="1550">SDN List</List><List ID="91512">Consolidated List</List><List ID="77">List of Lists</List></ListValues>
<LocPartTypeValues><LocPartType ID="1">Unknown</LocPartType><LocPartType ID="1451">ADDRESS1</LocPartType><LocPartType ID="1454">CITY</LocPartType></LocPartTypeValues>
<NamePartTypeValues><NamePartType ID="1520">Last Name</NamePartType><NamePartType ID="1521">First Name</NamePartType><NamePartType ID="1525">Entity Name</NamePartType>
<NamePartType ID="1526">Vessel Name</NamePartType><NamePartType ID="1528">Nickname</NamePartType><NamePartType ID="91708">Patronymic</NamePartType></NamePartTypeValues>
<PartySubTypeValues><PartySubType ID="1" PartyTypeID="4">Vessel</PartySubType><PartySubType ID="2" PartyTypeID="4">Aircraft</PartySubType>
<PartySubType ID="3" PartyTypeID="2">Unknown</PartySubType><PartySubType ID="4" PartyTypeID="1">Unknown</PartySubType></PartySubTypeValues>
<PartyTypeValues><PartyType ID="1">Individual</PartyType><PartyType ID="2">Entity</PartyType><PartyType ID="4">Transport</PartyType></PartyTypeValues>
<RelationQualityValues><RelationQuality ID="1">Unknown</RelationQuality><RelationQuality ID="1540">High</RelationQuality></RelationQualityValues>
<RelationTypeValues><RelationType ID="1555">Associate Of</RelationType><RelationType ID="15002">Acting for or on behalf of</RelationType><RelationType ID="15003">Owned or Controlled By</RelationType>
<RelationType ID="15004">Family member of</RelationType><RelationType ID="91725">Leader or official of</RelationType></RelationTypeValues>
<ReliabilityValues><Reliability ID="1">Unknown</Reliability><Reliability ID="1560">Confirmed</Reliability><Reliability ID="1561">False</Reliability></ReliabilityValues>
<SanctionsTypeValues><SanctionsType ID="1">Program</SanctionsType><SanctionsType ID="1705">Block</SanctionsType><SanctionsType ID="9">Frown</SanctionsType></SanctionsTypeValues>
<ScriptValues><Script ID="160" ScriptCode="Arab">Arabic</Script><Script ID="215" ScriptCode="Latin">Latin</Script></ScriptValues>
<ValidityValues><Validity ID="1">Valid</Validity><Validity ID="2">Fraudulent</Validity></ValidityValues></ReferenceValueSets>`

/** A date of its parts. */
const parts = (date: string) => {
  const [year, month, day] = date.split('-').map(Number)
  return `<Year>${year}</Year>${month === undefined ? '' : `<Month>${month}</Month>`}${day === undefined ? '' : `<Day>${day}</Day>`}`
}

/** A period of days, each of its ends as two days between which it is. */
export function period(
  from: string,
  to: string,
  { isApproximate = false, calendar = 1 }: { isApproximate?: boolean; calendar?: number } = {},
): string {
  const end = (name: string, date: string) =>
    `<${name} Approximate="${isApproximate}"><From>${parts(date)}</From><To>${parts(date)}</To></${name}>`
  return `<DatePeriod CalendarTypeID="${calendar}">${end('Start', from)}${end('End', to)}</DatePeriod>`
}

/** A feature of one version. */
export function feature(type: number, content: string, reliability = 1): string {
  return `<Feature ID="1" FeatureTypeID="${type}"><FeatureVersion ID="1" ReliabilityID="${reliability}"><Comment/>${content}</FeatureVersion></Feature>`
}

/** A name of parts, each of a type and a text. */
export function alias(
  names: readonly (readonly [type: number, text: string])[],
  { type = 1403, isPrimary = true, isLowQuality = false, script = 215, status = 1 } = {},
): { readonly alias: string; readonly groups: string } {
  const id = (i: number) => `${type}${isPrimary}${isLowQuality}${script}${i}`
  const values = names.map(
    ([, text], i) =>
      `<DocumentedNamePart><NamePartValue NamePartGroupID="${id(i)}" ScriptID="${script}">${text}</NamePartValue></DocumentedNamePart>`,
  )
  return {
    alias: `<Alias AliasTypeID="${type}" Primary="${isPrimary}" LowQuality="${isLowQuality}"><DocumentedName DocNameStatusID="${status}">${values.join('')}</DocumentedName></Alias>`,
    groups: names.map(([kind], i) => `<NamePartGroup ID="${id(i)}" NamePartTypeID="${kind}"/>`).join(''),
  }
}

/** A party of one profile and one identity, whose number is that of the party and a 0. */
export function party(
  uid: number,
  subtype: number,
  {
    names = [alias([[1525, `P ${uid}`]])],
    features = '',
    more = '',
  }: { names?: readonly ReturnType<typeof alias>[]; features?: string; more?: string } = {},
): string {
  return `<DistinctParty FixedRef="${uid}"><Comment/><Profile ID="${uid}" PartySubTypeID="${subtype}">
    <Identity ID="${uid}0" Primary="true" False="false">${names.map((name) => name.alias).join('')}<NamePartGroups><MasterNamePartGroup>
    ${names.map((name) => name.groups).join('')}</MasterNamePartGroup></NamePartGroups></Identity>${features}${more}</Profile></DistinctParty>`
}

/** An entry of a party on a list. */
export function entry(
  uid: number,
  { list = 1550, day = '2001-10-12', type = 1705, tag = 'SDGT' } = {},
): string {
  return `<SanctionsEntry ID="${uid}-${list}" ProfileID="${uid}" ListID="${list}"><EntryEvent EntryEventTypeID="1" LegalBasisID="1828"><Comment/>
    <Date CalendarTypeID="1">${parts(day)}</Date></EntryEvent><SanctionsMeasure SanctionsTypeID="${type}"/>
    <SanctionsMeasure SanctionsTypeID="1"><Comment>${tag}</Comment></SanctionsMeasure></SanctionsEntry>`
}

/** A relation from a profile to another. */
export function relationship(
  from: number,
  type: number,
  to: number,
  { isFormer = false, quality = 1 } = {},
): string {
  return `<ProfileRelationship From-ProfileID="${from}" To-ProfileID="${to}" RelationTypeID="${type}" RelationQualityID="${quality}" Former="${isFormer}"><Comment/></ProfileRelationship>`
}

/** A whole document. */
export function document({
  date = '2024-05-01',
  locations = '',
  documents = '',
  parties,
  relationships = '',
  entries = '',
}: {
  date?: string
  locations?: string
  documents?: string
  parties: string
  relationships?: string
  entries?: string
}): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<Sanctions xmlns="https://example.org/another-namespace"><DateOfIssue CalendarTypeID="1">${parts(date)}</DateOfIssue>
${SETS}
<Locations>${locations}</Locations>
<IDRegDocuments>${documents}</IDRegDocuments>
<DistinctParties>
${parties}
</DistinctParties>
<ProfileRelationships>${relationships}</ProfileRelationships>
<SanctionsEntries>${entries}</SanctionsEntries></Sanctions>`
}
