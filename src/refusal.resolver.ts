import { Query, Resolver } from 'type-graphql';
import { sentences } from './errors.sentences.js';
import { codes, RefusalSentence } from './refusal.type.js';

@Resolver()
export class RefusalResolver {
  @Query(() => [RefusalSentence], { description: 'All codes of errors with their sentences.' })
  refusals(): RefusalSentence[] {
    return codes.map((code) => ({ code, ...sentences[code] }));
  }
}
