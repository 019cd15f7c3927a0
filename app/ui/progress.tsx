// How far a long work is: a bar, and the same in words.
export function Progress({ done, all, children }: { done: number; all: number; children: string }) {
  return (
    <div className="progress">
      <progress value={done} max={all} aria-label={children} />
      <p>{children}</p>
    </div>
  );
}
