const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u
const unseen = /^[\p{Mn}\p{Me}\p{Cf}]$/u

// Columns that a text takes in a terminal: two for Han, Kana, Hangul and emoji, none for combining marks.
function columns(text: string): number {
  let sum = 0
  for (const character of text) sum += unseen.test(character) ? 0 : wide.test(character) ? 2 : 1
  return sum
}

/** Lines of at most `width` columns, broken at spaces; a word that is longer than a line is cut. */
export function wrapped(text: string, width: number): readonly string[] {
  const lines: string[] = []
  let line = ''
  const push = (piece: string): void => {
    const longer = line === '' ? piece : `${line} ${piece}`
    if (columns(longer) <= width) line = longer
    else {
      if (line !== '') lines.push(line)
      line = piece
    }
  }
  for (const word of text.split(/ +/)) for (const piece of pieces(word, width)) push(piece)
  return line === '' && lines.length > 0 ? lines : [...lines, line]
}

function pieces(word: string, width: number): readonly string[] {
  if (columns(word) <= width) return [word]
  const cut: string[] = ['']
  for (const character of word) {
    const last = cut.length - 1
    if (cut[last] !== '' && columns(cut[last]! + character) > width) cut.push(character)
    else cut[last] += character
  }
  return cut
}
