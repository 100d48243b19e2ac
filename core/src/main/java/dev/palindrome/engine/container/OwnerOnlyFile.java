package dev.palindrome.engine.container;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Files that nobody but their owner may read, from the moment they come to be. */
final class OwnerOnlyFile {

    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> DIRECTORY = PosixFilePermissions.fromString("rwx------");

    private OwnerOnlyFile() {}

    static void createDirectory(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            Files.createDirectories(directory, isPosix() ? PosixFilePermissions.asFileAttribute(DIRECTORY) : acl());
        }
    }

    /** What to create a file with. */
    static FileAttribute<?> attributes() throws IOException {
        return isPosix() ? PosixFilePermissions.asFileAttribute(FILE) : acl();
    }

    /** Whether a file or directory is no link, belongs to the user who runs this JVM, and is open to nobody else. */
    static boolean holdsFor(Path path) throws IOException {
        if (Files.isSymbolicLink(path)) {
            return false;
        }
        UserPrincipal owner = Files.getOwner(path, LinkOption.NOFOLLOW_LINKS);
        if (isPosix()) {
            return owner.equals(user())
                    && DIRECTORY.containsAll(Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS));
        }
        return Files.getFileAttributeView(path, AclFileAttributeView.class, LinkOption.NOFOLLOW_LINKS).getAcl().stream()
                .allMatch(entry -> entry.principal().equals(owner));
    }

    /** By a file that this user makes: in some containers users have a number and no name. */
    private static UserPrincipal user() throws IOException {
        Path made = Files.createTempFile("palindrome", ".user", attributes());
        try {
            return Files.getOwner(made);
        } finally {
            Files.delete(made);
        }
    }

    private static boolean isPosix() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    }

    private static FileAttribute<List<AclEntry>> acl() throws IOException {
        UserPrincipal user = FileSystems.getDefault()
                .getUserPrincipalLookupService()
                .lookupPrincipalByName(System.getProperty("user.name"));
        AclEntry everything = AclEntry.newBuilder()
                .setType(AclEntryType.ALLOW)
                .setPrincipal(user)
                .setPermissions(EnumSet.allOf(AclEntryPermission.class))
                .build();
        return new FileAttribute<>() {
            @Override
            public String name() {
                return "acl:acl";
            }

            @Override
            public List<AclEntry> value() {
                return List.of(everything);
            }
        };
    }
}
