// What a list behind a figure is called: 'late', and under it of what: 'Original term, application'.
import { CASE_ENDS } from '../../../guide/schema';
import { VERDICTS } from '../../core/appeal';
import { COUNTED_AS } from '../../core/score/clock';
import { BUCKETS } from '../../core/score/distribution';
import { PROMISE_AS } from '../../core/score/promises';
import type { Text } from '../../text';
import { word, type Words } from './words';

/** Title and the rest, of an id that names a figure (core/score/behind). */
export function behindWords(t: Text, words: Words, id: string): { title: string; of: string } {
  const say = t.scores.body;
  const [group, first = '', second = ''] = id.split('.');
  const counted = (of: string) => say.counted[COUNTED_AS.find((as) => as === of) ?? 'late'];
  const measure = (of: string) => word(words, `measure.${of}.name`);
  switch (group) {
    case 'lawful':
    case 'extended':
      return {
        title: counted(first),
        of: [say.clocks[group], second && word(words, `kind.${second}.name`)].filter(Boolean).join('. '),
      };
    case 'bucket':
      return { title: say.spread.buckets[BUCKETS.find((one) => one === first) ?? 'late'], of: say.spread.title };
    case 'rate':
      return { title: first === 'returned' ? say.returned.name : measure(first), of: say.rates.title };
    case 'verdict':
      return {
        title: t.letters.verdicts[VERDICTS.find((one) => one === first) ?? 'answers'],
        of: measure('satisfied'),
      };
    case 'end': {
      const end = CASE_ENDS.find((one) => one === first);
      return { title: end ? t.appeals.standing[end] : t.scores.cases.open, of: say.time.ends };
    }
    case 'hours':
      return { title: measure('after_hours'), of: say.afterHours.share };
    case 'duty':
      return { title: counted(second), of: word(words, `rule.${first}.name`) };
    case 'comments':
      return {
        title: counted(first),
        of: [measure('comments'), second && (t.topics[second as keyof Text['topics']] ?? second)]
          .filter(Boolean)
          .join('. '),
      };
    case 'council':
      return { title: counted(first), of: measure('council_replies') };
    case 'promise':
      return { title: say.promises.names[PROMISE_AS.find((one) => one === first) ?? 'kept'], of: say.promises.title };
    default:
      return { title: t.scores.cases.every, of: '' };
  }
}
