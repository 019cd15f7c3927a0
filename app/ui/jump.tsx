// The places of a long page, at its top: links that lead down to them.
type Props = { label: string; places: readonly (readonly [id: string, name: string])[] };

export const Jump = ({ label, places }: Props) => (
  <nav className="jump" aria-label={label}>
    <ul>
      {places.map(([id, name]) => (
        <li key={id}>
          <a href={`#${id}`}>{name}</a>
        </li>
      ))}
    </ul>
  </nav>
);
