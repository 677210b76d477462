import type { Part } from '@corpuscope/core'

/** Who speaks, as transcripts write it, in lower case; a number may follow. */
const speakers = new Set(
  [
    ...'doctor dr doc physician clinician gp nurse provider surgeon consultant resident pharmacist midwife paramedic'.split(' '),
    ...'patient pt client guest_family guest_clinician family mother mom mum father dad parent carer caregiver spouse son daughter'.split(
      ' ',
    ),
    ...'therapist counsellor counselor psychologist interviewer interviewee examiner interpreter speaker participant'.split(' '),
    ...'user assistant system human ai agent bot customer operator caller student teacher tutor'.split(' '),
    ...'arzt ärztin patientin pfleger médecin medecin infirmier infirmière patiente médico medico médica paciente enfermera'.split(' '),
    ...'medecinne dottore paziente arts patiënt läkare lege 医生 患者 病人 醫生 护士 家属'.split(' '),
  ].map((name) => name.normalize('NFC')),
)
const turnStart = /^[ \t]*(?:\[[\d:. ]{1,15}\][ \t]*)?([\p{L}_]{1,20})\.?(?:[ _]?(\d{1,3}))?[ \t]?[:：]/u
const longestStart = 60
const fewestTurns = 4

/**
 * The turns of a plain transcript, `Doctor: …` and `Patient: …` at line starts: none unless the text begins with one, two roles
 * speak, and there are four turns, or nothing else than turns. So the head of a letter, "Patient: …", makes no dialogue.
 *
 * @example transcriptParts('D: no').length // 0
 */
export function transcriptParts(text: string): Part[] {
  const first = /\S/.exec(text)
  if (!first || speakerAt(text, lineStart(text, first.index)) === undefined) return []
  const parts: { name: string; role: string; start: number; end: number }[] = []
  const roles = new Set<string>()
  let continued = 0
  for (let at = 0; at < text.length; ) {
    const newline = text.indexOf('\n', at)
    const end = newline < 0 ? text.length : newline
    const role = speakerAt(text, at)
    const last = parts.at(-1)
    if (role !== undefined) {
      roles.add(role)
      parts.push({ name: `turn ${parts.length + 1}`, role, start: at, end })
    } else if (last && text.slice(at, end).trim() !== '') {
      last.end = end
      continued++
    }
    at = end + 1
  }
  return roles.size >= 2 && (parts.length >= fewestTurns || (parts.length >= 2 && continued === 0)) ? parts : []
}

const lineStart = (text: string, at: number): number => text.lastIndexOf('\n', at) + 1

function speakerAt(text: string, at: number): string | undefined {
  const match = turnStart.exec(text.slice(at, at + longestStart))
  if (!match) return undefined
  const name = match[1]!.toLowerCase()
  return speakers.has(name) ? (match[2] === undefined ? name : `${name} ${match[2]}`) : undefined
}
