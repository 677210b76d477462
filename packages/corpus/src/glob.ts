/** Whether a path is meant as a pattern. */
export const isGlob = (path: string): boolean => /[*?[\]{}]/.test(path)

/** The folder a pattern starts from, and the pattern inside it. @example splitGlob('data/*.csv') // ['data', '*.csv'] */
export function splitGlob(path: string): [folder: string, pattern: string] {
  const steps = path.split('/')
  const first = steps.findIndex(isGlob)
  const folder = steps.slice(0, first).join('/')
  return [folder === '' ? (path.startsWith('/') ? '/' : '.') : folder, steps.slice(first).join('/')]
}

/**
 * A test for paths with "/": `*` and `?` stay inside a folder, `**` goes through any number of them, `[a-c]` is one character, `{a,b}`
 * either. Anything else stands for itself.
 *
 * @example globTest('**\/*.txt')('a/b.txt') // true
 */
export function globTest(pattern: string): (path: string) => boolean {
  const tests = alternatives(pattern).map((each) => each.split('/').map((step) => (step === '**' ? undefined : stepTest(step))))
  return (path) => tests.some((steps) => matches(steps, path.split('/')))
}

type Step = ((name: string) => boolean) | undefined

// A table over both, so that many "**" cost no more than their product with the depth.
function matches(steps: readonly Step[], names: readonly string[]): boolean {
  let reached = new Set([0])
  const skipStars = (): void => {
    for (const at of reached) if (at < steps.length && steps[at] === undefined) reached.add(at + 1)
  }
  skipStars()
  for (const name of names) {
    const next = new Set<number>()
    for (const at of reached) {
      if (at >= steps.length) continue
      const step = steps[at]
      if (step === undefined) next.add(at)
      else if (step(name)) next.add(at + 1)
    }
    reached = next
    skipStars()
  }
  return reached.has(steps.length)
}

/** Characters of a name against a step, in time that is the product of their lengths at most. */
function stepTest(step: string): (name: string) => boolean {
  const tokens = step.match(/\*+|\?|\[[^\]]+\]|./gsu) ?? []
  const fits = (token: string, character: string): boolean => {
    if (token === '?') return true
    if (token.length < 3 || !token.startsWith('[')) return token === character
    const inverted = token[1] === '!' || token[1] === '^'
    const inside = token.slice(inverted ? 2 : 1, -1)
    let found = false
    for (let i = 0; i < inside.length; i++) {
      if (inside[i + 1] === '-' && i + 2 < inside.length) {
        found ||= character >= inside[i]! && character <= inside[i + 2]!
        i += 2
      } else found ||= inside[i] === character
    }
    return found !== inverted
  }
  return (name) => {
    let reached = new Set([0])
    const skipStars = (): void => {
      for (const at of reached) if (tokens[at]?.startsWith('*')) reached.add(at + 1)
    }
    skipStars()
    for (const character of name) {
      const next = new Set<number>()
      for (const at of reached) {
        const token = tokens[at]
        if (token === undefined) continue
        if (token.startsWith('*')) next.add(at)
        else if (fits(token, character)) next.add(at + 1)
      }
      reached = next
      skipStars()
    }
    return reached.has(tokens.length)
  }
}

const mostAlternatives = 1000

function alternatives(pattern: string): string[] {
  const open: string[] = [pattern]
  const done: string[] = []
  for (let each = open.pop(); each !== undefined && done.length < mostAlternatives; each = open.pop()) {
    const braces = /\{([^{}]*)\}/.exec(each)
    if (!braces) done.push(each)
    else
      for (const choice of braces[1]!.split(','))
        open.push(each.slice(0, braces.index) + choice + each.slice(braces.index + braces[0].length))
  }
  return done
}
