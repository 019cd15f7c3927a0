-- Appeals from before Kenes, brought along as tables: historical records outside of every figure, with what the ledger says of each table.
CREATE TABLE "PastTable" (
  "id" UUID NOT NULL,
  "fileName" TEXT NOT NULL,
  "rows" INTEGER NOT NULL,
  "sha256" TEXT NOT NULL,
  "by" TEXT NOT NULL,
  "broughtAt" TIMESTAMPTZ(3) NOT NULL,
  "takenBackAt" TIMESTAMPTZ(3),
  CONSTRAINT "PastTable_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "PastCase" (
  "id" UUID NOT NULL,
  "tableId" UUID NOT NULL,
  "line" INTEGER NOT NULL,
  "bodyId" UUID NOT NULL,
  "register" TEXT NOT NULL,
  "number" TEXT NOT NULL,
  "bin" CHAR(12),
  "kind" TEXT,
  "subject" TEXT NOT NULL,
  "filedDay" CHAR(10) NOT NULL,
  "dueDay" CHAR(10),
  "answeredDay" CHAR(10) NOT NULL,
  "outcome" TEXT NOT NULL,
  CONSTRAINT "PastCase_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "PastCase_bodyId_fkey" FOREIGN KEY ("bodyId") REFERENCES "Body"("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "PastCase_bodyId_register_number_key" ON "PastCase"("bodyId", "register", "number");
CREATE UNIQUE INDEX "PastCase_tableId_line_key" ON "PastCase"("tableId", "line");
CREATE INDEX "PastCase_bodyId_answeredDay_id_idx" ON "PastCase"("bodyId", "answeredDay", "id");
