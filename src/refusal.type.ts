import { Field, ObjectType, registerEnumType } from 'type-graphql';
import type { RefusalCode } from './errors.js';
import { sentences } from './errors.sentences.js';

export const codes = Object.keys(sentences) as RefusalCode[];
export const RefusalCodes = Object.fromEntries(codes.map((code) => [code, code])) as { [Code in RefusalCode]: Code };
registerEnumType(RefusalCodes, {
  name: 'RefusalCode',
  description: 'The closed list of `extensions.code` in errors.',
  valuesConfig: Object.fromEntries(codes.map((code) => [code, { description: sentences[code].en }])),
});

@ObjectType({
  description: 'Why a request can be refused. A detail in braces stands in the error’s extensions under that name.',
})
export class RefusalSentence {
  @Field(() => RefusalCodes, { description: 'Code, as in `extensions.code`.' })
  code!: RefusalCode;

  @Field(() => String, { description: 'The sentence in Chinese.' })
  zh!: string;

  @Field(() => String, { description: 'The sentence in English.' })
  en!: string;
}
