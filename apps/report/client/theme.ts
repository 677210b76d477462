const dark = matchMedia('(prefers-color-scheme: dark)')
const root = document.documentElement
const listeners: (() => void)[] = []

const isDark = (): boolean => (root.dataset['theme'] ? root.dataset['theme'] === 'dark' : dark.matches)

/** Lets the reader change between light and dark. The choice lasts as long as the page: it is stored nowhere. */
export function startTheme(): void {
  const button = document.querySelector<HTMLButtonElement>('#theme')
  if (!button) return
  const show = (): void => {
    button.textContent = isDark() ? 'Light colours' : 'Dark colours'
    for (const listener of listeners) listener()
  }
  button.hidden = false
  button.addEventListener('click', () => {
    root.dataset['theme'] = isDark() ? 'light' : 'dark'
    show()
  })
  dark.addEventListener('change', show)
  show()
}

/** Called after the colours changed. */
export const onTheme = (listener: () => void): void => {
  listeners.push(listener)
}

/** A plain value with its `var(--name)` put in place: a canvas knows no custom properties. */
export function withColours<Value>(value: Value): Value {
  const style = getComputedStyle(root)
  return JSON.parse(
    JSON.stringify(value).replace(/var\((--[a-z0-9-]+)\)/g, (_, name: string) => style.getPropertyValue(name).trim()),
  ) as Value
}
