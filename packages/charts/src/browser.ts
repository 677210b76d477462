/** What a page needs to draw a compiled chart: Vega and its expression interpreter, which asks for no eval. */

export { parse, type Spec, View } from 'vega'
export { expressionInterpreter } from 'vega-interpreter'
export { coloursOf, legendRoom, shapes } from './colours.ts'
export { distinctLabels } from './labels.ts'
export { type Groups, groupsOf } from './map-groups.ts'
export { pageTheme } from './theme.ts'
