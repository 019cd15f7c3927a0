-- AlterTable
ALTER TABLE "Person" ADD COLUMN     "calendarHash" TEXT;

-- CreateIndex
CREATE UNIQUE INDEX "Person_calendarHash_key" ON "Person"("calendarHash");
