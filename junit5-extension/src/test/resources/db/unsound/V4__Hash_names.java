// Stands for a migration in Java.
