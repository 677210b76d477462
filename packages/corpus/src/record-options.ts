import type { InputPlan } from './plan.ts'
import type { RecordOptions } from './records.ts'

/** What of a plan shapes its documents, whatever the format. */
export const recordOptions = ({ labels, fields, options }: InputPlan): RecordOptions => ({
  labels,
  labelField: fields.label,
  languageField: fields.language,
  language: options.language,
  wordRule: options.wordRule,
  plainText: options.plainText,
})
