// The route of the API: every address under /api, whatever the method.
import type { LoaderFunctionArgs } from '@remix-run/node';
import { answerAt } from './door';

const answer = ({ request, context }: LoaderFunctionArgs): Promise<Response> => answerAt(request, context);
export { answer as action, answer as loader };
