import { type Random, shuffle } from '@corpuscope/statistics'

/** A sentence for a tagger: hashed features of its tokens, and the tag each should have. */
export interface TaggedSequence {
  /** Per token its features, `width` each: columns of the weights, above 0; 0 fills the rest. */
  readonly features: Uint32Array
  readonly width: number
  /** Per token; empty where the tags are sought. */
  readonly tags: Uint8Array
}

/** Weights of a linear chain: columns x tags, and tags x tags for one tag behind another. */
export interface SequenceTagger {
  readonly tags: number
  readonly weights: Float64Array
  /** Of a tag (down) before another (across); the last row stands for the beginning. */
  readonly transitions: Float64Array
  /** Whether a tag may follow another, laid out as `transitions`. */
  readonly allowed: Uint8Array
}

/**
 * An averaged structured perceptron: the best sequence of tags under the weights is held against the right one, and the weights of both are moved apart
 * where they differ; what is kept is the mean of the weights over all sentences of all epochs.
 *
 * @param columns  hashed features
 * @param allowed  (tags + 1) x tags, 1 where a tag may follow another; the last row is the beginning
 * @param random   draws the order of sentences anew each epoch
 * @see Collins 2002, Discriminative training methods for hidden Markov models
 */
export function trainTagger(
  sentences: readonly TaggedSequence[],
  { tags, columns, allowed, epochs = 8, random }: { tags: number; columns: number; allowed: Uint8Array; epochs?: number; random: Random },
): SequenceTagger {
  const model: SequenceTagger = {
    tags,
    weights: new Float64Array(columns * tags),
    transitions: new Float64Array((tags + 1) * tags),
    allowed,
  }
  // Averaged lazily: what a weight was moved by, times when; subtracted at the end from the last weights.
  const moved = new Float64Array(model.weights.length)
  const movedTransitions = new Float64Array(model.transitions.length)
  const order = sentences.map((_, i) => i)
  let seen = 1
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (const at of shuffle(order, random)) {
      update(sentences[at]!, seen)
      seen++
    }
  }
  for (let i = 0; i < moved.length; i++) model.weights[i]! -= moved[i]! / seen
  for (let i = 0; i < movedTransitions.length; i++) model.transitions[i]! -= movedTransitions[i]! / seen
  return model

  function update(sentence: TaggedSequence, time: number): void {
    const { features, width, tags: right } = sentence
    const found = bestTags(model, sentence)
    for (let token = 0; token < right.length; token++) {
      const [gold, guess] = [right[token]!, found[token]!]
      if (gold !== guess)
        for (let k = token * width; k < (token + 1) * width; k++) {
          if (features[k] === 0) break
          const row = features[k]! * tags
          model.weights[row + gold]!++
          moved[row + gold]! += time
          model.weights[row + guess]!--
          moved[row + guess]! -= time
        }
      const before = token === 0 ? tags : right[token - 1]!
      const guessedBefore = token === 0 ? tags : found[token - 1]!
      if (gold === guess && before === guessedBefore) continue
      model.transitions[before * tags + gold]!++
      movedTransitions[before * tags + gold]! += time
      model.transitions[guessedBefore * tags + guess]!--
      movedTransitions[guessedBefore * tags + guess]! -= time
    }
  }
}

/**
 * The sequence of tags with the highest sum of weights.
 *
 * @see Viterbi 1967
 */
export function bestTags(
  { tags, weights, transitions, allowed }: SequenceTagger,
  { features, width }: Pick<TaggedSequence, 'features' | 'width'>,
): Uint8Array {
  const n = features.length / width
  const best = new Uint8Array(n)
  if (n === 0) return best
  const from = new Uint8Array(n * tags)
  let before = new Float64Array(tags)
  let scores = new Float64Array(tags)
  for (let token = 0; token < n; token++) {
    for (let tag = 0; tag < tags; tag++) {
      let top = Number.NEGATIVE_INFINITY
      let chosen = 0
      if (token === 0) top = allowed[tags * tags + tag] === 1 ? transitions[tags * tags + tag]! : top
      else
        for (let last = 0; last < tags; last++) {
          if (allowed[last * tags + tag] === 0) continue
          const score = before[last]! + transitions[last * tags + tag]!
          if (score > top) {
            top = score
            chosen = last
          }
        }
      scores[tag] = top
      from[token * tags + tag] = chosen
    }
    for (let k = token * width; k < (token + 1) * width; k++) {
      if (features[k] === 0) break
      const row = features[k]! * tags
      for (let tag = 0; tag < tags; tag++) scores[tag]! += weights[row + tag]!
    }
    ;[before, scores] = [scores, before]
  }
  let tag = 0
  for (let each = 1; each < tags; each++) if (before[each]! > before[tag]!) tag = each
  for (let token = n - 1; token >= 0; token--) {
    best[token] = tag
    tag = from[token * tags + tag]!
  }
  return best
}
