// An address that Kenes does not have: answered with 404 in the reader's language by the root's error page.
export function loader() {
  throw new Response(null, { status: 404 });
}

export default function NotFound() {
  return null;
}
