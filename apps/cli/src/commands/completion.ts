import { suggestion, UsageError } from '@corpuscope/core'
import type { Command } from 'commander'
import { print } from '../terminal.ts'

interface Words {
  readonly command: string
  readonly description: string
  readonly options: readonly string[]
}

const shells: Readonly<Record<string, (words: readonly Words[]) => string>> = { bash, zsh, fish }

/** `corpuscope completion`: made from the program itself, so that it cannot go stale. */
export function completion([shell]: readonly [string], _: unknown, program: Command): number {
  const script = Object.hasOwn(shells, shell) ? shells[shell] : undefined
  if (!script)
    throw new UsageError(
      `completion: no script for "${shell}".${suggestion(shell, Object.keys(shells))} Known: ${Object.keys(shells).join(', ')}.`,
    )
  print(
    script(
      program.commands.map((command) => ({
        command: command.name(),
        description: command.description(),
        options: command.options.map((option) => option.long ?? option.short ?? ''),
      })),
    ),
  )
  return 0
}

function bash(words: readonly Words[]): string {
  const cases = words.map(
    ({ command, options }) => `    ${command}) COMPREPLY=($(compgen -W "${options.join(' ')}" -- "$word") $(compgen -f -- "$word")) ;;`,
  )
  return `# corpuscope completion for bash
_corpuscope() {
  local word="\${COMP_WORDS[COMP_CWORD]}"
  if [ "$COMP_CWORD" -eq 1 ]; then COMPREPLY=($(compgen -W "${words.map(({ command }) => command).join(' ')}" -- "$word")); return; fi
  case "\${COMP_WORDS[1]}" in
${cases.join('\n')}
  esac
}
complete -o filenames -F _corpuscope corpuscope`
}

function zsh(words: readonly Words[]): string {
  const quoted = (text: string): string => text.replace(/'/g, "'\\''").replace(/:/g, '\\:')
  const cases = words.map(({ command, options }) => `    ${command}) compadd -- ${options.join(' ')}; _files ;;`)
  return `#compdef corpuscope
_corpuscope() {
  if (( CURRENT == 2 )); then
    local -a commands=(${words.map(({ command, description }) => `'${command}:${quoted(description)}'`).join(' ')})
    _describe command commands
    return
  fi
  case "$words[2]" in
${cases.join('\n')}
  esac
}
compdef _corpuscope corpuscope`
}

function fish(words: readonly Words[]): string {
  const quoted = (text: string): string => text.replace(/'/g, "\\'")
  return words
    .flatMap(({ command, description, options }) => [
      `complete -c corpuscope -n __fish_use_subcommand -a ${command} -d '${quoted(description)}'`,
      ...options.map((option) => `complete -c corpuscope -n '__fish_seen_subcommand_from ${command}' -l ${option.replace(/^-+/, '')}`),
    ])
    .join('\n')
}
