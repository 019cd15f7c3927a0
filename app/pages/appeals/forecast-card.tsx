// Beside the filing form: how long such cases took at this body, by figures, with their number and whence they come.
import type { Foretold } from '../../queries/forecast';
import type { Text } from '../../text';
import { Card } from '../../ui/layout';
import { Sources } from '../sources';

/** One in how many; from half on there is nothing to say one of. */
const oneIn = (share: number): number => Math.max(2, Math.round(1 / share));
/** Fewer than one in a hundred is as good as none. */
const FEW = 0.01;

/** Nothing until a body is chosen. */
export function ForecastCard({ t, foretold }: { t: Text; foretold: Foretold | null | undefined }) {
  if (!foretold) return null;
  const say = t.filing.forecast;
  const { forecast, kind, kindName, from, to, minimum, sources } = foretold;
  return (
    <Card title={say.title} level={2} id="forecast">
      {forecast ? (
        <>
          <p>{forecast.half === null ? say.notHalf : say.half(forecast.half)}</p>
          {forecast.open ? (
            <p>
              {forecast.open.share < FEW
                ? say.none(forecast.open.day)
                : forecast.open.share > 0.5
                  ? say.most(forecast.open.day)
                  : say.open(oneIn(forecast.open.share), forecast.open.day)}
            </p>
          ) : null}
          <p>
            <small className="case-line">
              {kind ? say.ofKind(kindName) : say.ofAll} {say.rests(forecast.n, from, to)} {say.how}{' '}
              <Sources sources={sources} />
            </small>
          </p>
        </>
      ) : (
        <p>
          {say.tooFew(minimum, from, to)} <Sources sources={sources} />
        </p>
      )}
    </Card>
  );
}
