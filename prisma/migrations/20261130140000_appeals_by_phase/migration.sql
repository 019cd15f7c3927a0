-- alone: cases are filed and answered meanwhile. What a list of one standing asks of a case stands in the index, newest first: counting up to a thousand reads no table.
CREATE INDEX CONCURRENTLY IF NOT EXISTS "Appeal_by_phase" ON "Appeal"("phase", "receivedAt" DESC, "id" DESC, "visibility", "publicDay", "bodyId", "personId", "organisationId", "kind", "registeredDay", "dueDay", "endedDay");
