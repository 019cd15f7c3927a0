-- Standings ask whether a case had ended on a day; with this the open ones are found among a hundred thousand at once.
CREATE INDEX "Appeal_endedDay_idx" ON "Appeal"("endedDay");
