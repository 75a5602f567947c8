import { expect, test } from 'vitest'
import { parseFdx } from './parseFdx'

const fdx = (tags: string) => `<?xml version="1.0"?><FinalDraft><Content>
<Paragraph Type="Scene Heading"><Text>INT. HALL - DAY</Text></Paragraph>
<Paragraph Type="Action"><Text>Otto takes the </Text><Text TagNumber="1">gun</Text><Text>.</Text></Paragraph>
<Paragraph Type="Action"><Text>EXT. STREET - DAY</Text></Paragraph>
</Content>${tags}</FinalDraft>`

const data = `<TagData><TagCategories><TagCategory Id="c1" Name="Props"/><TagCategory Id="c2" Name="Sound"/></TagCategories>
<TagDefinitions><TagDefinition CatId="c1" Id="d1" Label="gun" Number="1"/><TagDefinition CatId="c2" Id="d2" Label="Bang" Number="2"/>
<TagDefinition CatId="c1" Id="d3" Label="Gun" Number="3"/><TagDefinition CatId="nowhere" Id="d4" Label="Cup"/></TagDefinitions></TagData>`

test('the tags of the crew come with their categories, each once', () => {
  expect(parseFdx(fdx(data)).tags).toEqual([
    { category: 'Props', label: 'gun', line: 3 },
    { category: 'Sound', label: 'Bang', line: 1 },
  ])
  expect(parseFdx(fdx('')).tags).toBe(undefined)
})

test('a heading typed as action is a heading', () => {
  expect(parseFdx(fdx('')).elements.map((e) => e.type)).toEqual(['scene_heading', 'action', 'scene_heading'])
})
