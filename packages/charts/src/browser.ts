/** What a page needs to draw a compiled chart: Vega and its expression interpreter, which asks for no eval. */

export { parse, type Spec, View } from 'vega'
export { expressionInterpreter } from 'vega-interpreter'
