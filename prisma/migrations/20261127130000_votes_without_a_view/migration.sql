-- A round keeps votes by which no view of the council came about. Rounds of before had none recorded.
UPDATE "Round" SET facts = jsonb_set(facts::jsonb, '{notAdopted}', '[]') WHERE NOT facts::jsonb ? 'notAdopted';
