// The five functions danfojs-node takes from mathjs, over one array of numbers.
const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length
const variance = (values) => {
  const centre = mean(values)
  return values.reduce((sum, value) => sum + (value - centre) ** 2, 0) / (values.length - 1)
}
const median = (values) => {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}
const mode = (values) => {
  const counts = new Map()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  const most = Math.max(...counts.values())
  return [...counts].filter(([, count]) => count === most).map(([value]) => value)
}
module.exports = { mean, median, mode, variance, std: (values) => Math.sqrt(variance(values)) }
