// The password of the demonstration's accounts: public on purpose. Only accounts marked `demo` in the database have it, and
// the sign-in page offers them only where they exist.
export const DEMO_PASSWORD = 'kenes-demo-2026';
