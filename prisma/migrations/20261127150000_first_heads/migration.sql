-- Who of a body's heads is its first head, or acts for the first head now. Null for the other heads, and where nobody said.
ALTER TABLE "Membership" ADD COLUMN "head" TEXT;
