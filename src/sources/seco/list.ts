import type { List } from '../lists/party'

/** All persons, organisations and objects under sanctions of Switzerland, those taken off since included. */
export const SECO_LIST: List = {
  id: 'source:seco-sanctions-list',
  label: 'SECO list of sanctioned persons, entities and organisations',
  url: 'https://www.seco.admin.ch/seco/en/home/Aussenwirtschaftspolitik_Wirtschaftliche_Zusammenarbeit/Wirtschaftsbeziehungen/exportkontrollen-und-sanktionen/sanktionen-embargos.html',
  publisher: {
    id: 'agency:seco',
    type: 'GovernmentAgency',
    label: 'State Secretariat for Economic Affairs (Switzerland)',
    of: 'state:CH',
  },
}
