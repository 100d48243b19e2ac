CREATE TABLE dbo.books (
    id        INT IDENTITY CONSTRAINT pk_books PRIMARY KEY,
    author_id INT NOT NULL CONSTRAINT fk_books_author REFERENCES dbo.authors (id),
    title     NVARCHAR(200) NOT NULL
);
