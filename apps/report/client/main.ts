import { startDocuments } from './documents.ts'
import { startMaps } from './maps.ts'
import { startTheme } from './theme.ts'

startTheme()
startMaps()
void startDocuments()
