-- CreateTable
CREATE TABLE "Wave" (
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "occasion" TEXT NOT NULL,
    "edition" TEXT NOT NULL,
    "instrument" TEXT NOT NULL,
    "openness" TEXT NOT NULL,
    "titleKk" TEXT NOT NULL,
    "titleRu" TEXT NOT NULL,
    "titleEn" TEXT NOT NULL,
    "opensDay" CHAR(10) NOT NULL,
    "closesDay" CHAR(10) NOT NULL,
    "phase" TEXT NOT NULL,
    "councilId" UUID,
    "roundId" UUID,
    "facts" JSONB NOT NULL,

    CONSTRAINT "Wave_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Panel" (
    "id" UUID NOT NULL,
    "waveId" UUID NOT NULL,
    "bodyId" UUID NOT NULL,
    "direction" TEXT NOT NULL,
    "publicKey" TEXT NOT NULL,
    "signingKey" TEXT NOT NULL,
    "counted" INTEGER,

    CONSTRAINT "Panel_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SurveyRight" (
    "id" UUID NOT NULL,
    "panelId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "organisationId" UUID,
    "invitedDay" CHAR(10),
    "reminded" INTEGER NOT NULL DEFAULT 0,
    "taken" BOOLEAN NOT NULL DEFAULT false,
    "blinded" CHAR(64),

    CONSTRAINT "SurveyRight_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SurveyBox" (
    "panelId" UUID NOT NULL,
    "slot" INTEGER NOT NULL,
    "sealed" JSONB NOT NULL,
    "closed" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "SurveyBox_pkey" PRIMARY KEY ("panelId","slot")
);

-- CreateTable
CREATE TABLE "SurveyAnswer" (
    "id" UUID NOT NULL,
    "waveId" UUID NOT NULL,
    "direction" TEXT NOT NULL,
    "bodyId" UUID,
    "values" JSONB NOT NULL,

    CONSTRAINT "SurveyAnswer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SurveyText" (
    "id" UUID NOT NULL,
    "waveId" UUID NOT NULL,
    "direction" TEXT NOT NULL,
    "bodyId" UUID,
    "item" TEXT NOT NULL,
    "text" TEXT NOT NULL,

    CONSTRAINT "SurveyText_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SurveyReceipt" (
    "waveId" UUID NOT NULL,
    "hash" CHAR(64) NOT NULL,

    CONSTRAINT "SurveyReceipt_pkey" PRIMARY KEY ("waveId","hash")
);

-- CreateTable
CREATE TABLE "SurveyCut" (
    "id" UUID NOT NULL,
    "waveId" UUID NOT NULL,
    "direction" TEXT NOT NULL,
    "cut" TEXT NOT NULL,
    "cell" TEXT NOT NULL,
    "bodyId" UUID,
    "public" BOOLEAN NOT NULL,
    "internal" BOOLEAN NOT NULL,
    "suppressed" TEXT,
    "figures" JSONB NOT NULL,

    CONSTRAINT "SurveyCut_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "InstrumentDraft" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "data" JSONB NOT NULL,
    "councilId" UUID,
    "personId" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "InstrumentDraft_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PublishedInstrument" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "data" JSONB NOT NULL,
    "sha256" CHAR(64) NOT NULL,
    "councilId" UUID,
    "publishedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "PublishedInstrument_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Wave_number_key" ON "Wave"("number");

-- CreateIndex
CREATE INDEX "Wave_phase_opensDay_idx" ON "Wave"("phase", "opensDay");

-- CreateIndex
CREATE INDEX "Wave_roundId_idx" ON "Wave"("roundId");

-- CreateIndex
CREATE INDEX "Panel_bodyId_direction_idx" ON "Panel"("bodyId", "direction");

-- CreateIndex
CREATE UNIQUE INDEX "Panel_waveId_bodyId_direction_key" ON "Panel"("waveId", "bodyId", "direction");

-- CreateIndex
CREATE INDEX "SurveyRight_personId_idx" ON "SurveyRight"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "SurveyRight_panelId_personId_key" ON "SurveyRight"("panelId", "personId");

-- CreateIndex
CREATE UNIQUE INDEX "SurveyRight_panelId_organisationId_key" ON "SurveyRight"("panelId", "organisationId");

-- CreateIndex
CREATE INDEX "SurveyAnswer_waveId_direction_idx" ON "SurveyAnswer"("waveId", "direction");

-- CreateIndex
CREATE INDEX "SurveyAnswer_bodyId_idx" ON "SurveyAnswer"("bodyId");

-- CreateIndex
CREATE INDEX "SurveyText_waveId_direction_idx" ON "SurveyText"("waveId", "direction");

-- CreateIndex
CREATE INDEX "SurveyCut_bodyId_direction_idx" ON "SurveyCut"("bodyId", "direction");

-- CreateIndex
CREATE UNIQUE INDEX "SurveyCut_waveId_direction_cut_cell_bodyId_key" ON "SurveyCut"("waveId", "direction", "cut", "cell", "bodyId");

-- CreateIndex
CREATE UNIQUE INDEX "InstrumentDraft_slug_key" ON "InstrumentDraft"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "PublishedInstrument_slug_version_key" ON "PublishedInstrument"("slug", "version");

-- AddForeignKey
ALTER TABLE "Panel" ADD CONSTRAINT "Panel_waveId_fkey" FOREIGN KEY ("waveId") REFERENCES "Wave"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SurveyRight" ADD CONSTRAINT "SurveyRight_panelId_fkey" FOREIGN KEY ("panelId") REFERENCES "Panel"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SurveyBox" ADD CONSTRAINT "SurveyBox_panelId_fkey" FOREIGN KEY ("panelId") REFERENCES "Panel"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Numbers of waves: never given twice.
CREATE SEQUENCE "wave_number";
