-- alone: cases are filed and answered meanwhile. The same of one body.
CREATE INDEX CONCURRENTLY IF NOT EXISTS "Appeal_of_body" ON "Appeal"("bodyId", "phase", "receivedAt" DESC, "id" DESC, "visibility", "publicDay", "personId", "organisationId", "kind", "registeredDay", "dueDay", "endedDay");
