CREATE TABLE dbo.things (
    id    INT          NOT NULL CONSTRAINT pk_things PRIMARY KEY,
    place NVARCHAR(20) NOT NULL CONSTRAINT df_things_place DEFAULT (N'${place}')
);
