-- From which side a member of a public council comes: civil society or the state. Null where nobody said.
ALTER TABLE "Membership" ADD COLUMN "side" TEXT;
