/** Colours of a chart. Each is any CSS colour; `pageTheme` holds custom properties, so that one drawing serves light and dark. */
export interface Theme {
  /** Text of titles and marks. */
  readonly ink: string
  /** Text of axes; also points that belong to no named group. */
  readonly faint: string
  /** Grid and axis lines. */
  readonly line: string
  /** What the chart stands on. */
  readonly surface: string
  /** The corpus itself. */
  readonly value: string
  /** What it is read against. */
  readonly reference: string
  /** Groups without an order. */
  readonly groups: readonly string[]
  /** Groups with an order, from low to high. */
  readonly steps: readonly string[]
}

// Okabe & Ito's colours, in their order, darkened until each stands at 3 : 1 or better on its surface.
export const lightTheme: Theme = {
  ink: '#1c2126',
  faint: '#5a636d',
  line: '#d5dae0',
  surface: '#ffffff',
  value: '#0072b2',
  reference: '#c44e00',
  groups: ['#0072b2', '#c44e00', '#00805c', '#b0568f', '#a06f00', '#2b85b8', '#6f6a00'],
  steps: ['#a1851f', '#7b7a5e', '#5b6972', '#37527b', '#0b2a5b'],
}

export const darkTheme: Theme = {
  ink: '#e8ebee',
  faint: '#a3adb8',
  line: '#3a424b',
  surface: '#14181c',
  value: '#56b4e9',
  reference: '#f08a3c',
  groups: ['#56b4e9', '#f08a3c', '#2fbf93', '#e08fbd', '#e6b800', '#4a8fd6', '#f0e442'],
  steps: ['#4a78bd', '#7291b8', '#9aa9a8', '#c9c07a', '#fbe45b'],
}

const prefix = '--chart-'

/** The same theme as names of custom properties, which `themeVariables` gives their values. */
export const pageTheme: Theme = named(lightTheme)

function named(theme: Theme): Theme {
  const single = (name: string): string => `var(${prefix}${name})`
  return {
    ink: single('ink'),
    faint: single('faint'),
    line: single('line'),
    surface: single('surface'),
    value: single('value'),
    reference: single('reference'),
    groups: theme.groups.map((_, i) => single(`group-${i + 1}`)),
    steps: theme.steps.map((_, i) => single(`step-${i + 1}`)),
  }
}

/** A theme as CSS declarations: `--chart-ink:#1c2126;…`. */
export function themeVariables(theme: Theme): string {
  const { groups, steps, ...singles } = theme
  const declarations = [
    ...Object.entries(singles).map(([name, colour]) => `${prefix}${name}:${colour}`),
    ...groups.map((colour, i) => `${prefix}group-${i + 1}:${colour}`),
    ...steps.map((colour, i) => `${prefix}step-${i + 1}:${colour}`),
  ]
  return declarations.join(';')
}
