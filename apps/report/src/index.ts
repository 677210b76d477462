export { type Assets, loadAssets } from './assets.ts'
export { type ReportInput, renderReport } from './page.ts'
export type { DocumentColumns } from './sections/documents.ts'
