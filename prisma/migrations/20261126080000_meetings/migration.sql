-- CreateTable
CREATE TABLE "Meeting" (
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "councilId" UUID NOT NULL,
    "day" CHAR(10) NOT NULL,
    "held" BOOLEAN NOT NULL,
    "facts" JSONB NOT NULL,

    CONSTRAINT "Meeting_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Meeting_number_key" ON "Meeting"("number");

-- CreateIndex
CREATE INDEX "Meeting_councilId_day_id_idx" ON "Meeting"("councilId", "day" DESC, "id");

-- AddForeignKey
ALTER TABLE "Meeting" ADD CONSTRAINT "Meeting_councilId_fkey" FOREIGN KEY ("councilId") REFERENCES "Council"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Running numbers of meetings.
CREATE SEQUENCE meeting_number;
