-- AlterTable
ALTER TABLE "Appeal" ADD COLUMN     "externalNumber" TEXT,
ADD COLUMN     "externalSystem" TEXT;

-- CreateIndex
CREATE INDEX "Appeal_externalNumber_idx" ON "Appeal"("externalNumber");
