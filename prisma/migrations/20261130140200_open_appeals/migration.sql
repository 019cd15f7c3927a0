-- alone: cases are filed and answered meanwhile. Open cases by their due day; few among all that there ever were.
CREATE INDEX CONCURRENTLY IF NOT EXISTS "Appeal_open" ON "Appeal"("dueDay", "registeredDay", "bodyId", "visibility", "publicDay", "personId", "organisationId", "kind", "receivedAt", "id") WHERE phase = 'open';
