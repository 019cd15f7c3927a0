-- alone: cases are filed and answered meanwhile. Open cases whose day of registration is still to come, without reading all that are open.
CREATE INDEX CONCURRENTLY IF NOT EXISTS "Appeal_unregistered" ON "Appeal"("registeredDay", "dueDay", "bodyId", "visibility", "publicDay", "personId", "organisationId", "kind") WHERE phase = 'open';
