import { expect, test } from 'vitest'
import { html, quoted } from '../src/html.ts'

test('what is put in is text, unless html made it', () => {
  expect(html`<p title="${'" onclick="x'}">${'<b>'}${html`<i>${"it's"}</i>`}</p>`.markup).toBe(
    '<p title="&quot; onclick=&quot;x">&lt;b&gt;<i>it&#39;s</i></p>',
  )
})

test('lists are joined, absent parts leave nothing, zero stays', () => {
  expect(html`${[html`<i>1</i>`, 'a', [2]]}${null}${undefined}${false}${0}`.markup).toBe('<i>1</i>a20')
})

test('control characters and half surrogates are shown as unreadable', () => {
  expect(html`${'a\u0000b\u001bc\ud800d\ne'}`.markup).toBe('a\ufffdb\ufffdc\ufffdd\ne')
})

test('a quoted text keeps its direction to itself', () => expect(quoted('\u202eabc').markup).toBe('<bdi>\u202eabc</bdi>'))
