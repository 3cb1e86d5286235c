/* Ends a process, or has its disk full, at a chosen write, sync, rename or removal of a file below one folder.
   Loaded before the C library; armed by kill_points.py in the child that is to end. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

enum { BEFORE, HALF, FULL };

static atomic_long count;
static long target = -1;
static int how;
static char prefix[PATH_MAX];
static size_t length;

void points_arm(long at, int manner, const char *folder) {
    atomic_store(&count, 0);
    strncpy(prefix, folder, sizeof prefix - 1);
    length = strlen(prefix);
    how = manner;
    target = at;
}

long points_counted(void) { return atomic_load(&count); }

static int below(const char *path) { return length && strncmp(path, prefix, length) == 0; }

static int file_below(int fd) {
    char link[64], path[PATH_MAX];
    if (!length) return 0;
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t got = readlink(link, path, sizeof path - 1);
    if (got < 0) return 0;
    path[got] = 0;
    return below(path);
}

static int path_below(const char *path) {
    char whole[PATH_MAX * 2];
    if (!length) return 0;
    if (path[0] == '/') return below(path);
    if (!getcwd(whole, PATH_MAX)) return 0;
    strcat(whole, "/");
    strncat(whole, path, PATH_MAX - 1);
    return below(whole);
}

static void end(void) {
    kill(getpid(), SIGKILL);
    for (;;) pause();
}

/* 1 where this is the point; where the disk is to be full, at every point from it on. */
static int here(void) {
    long at = atomic_fetch_add(&count, 1) + 1;
    return target > 0 && (how == FULL ? at >= target : at == target);
}

#define REAL(name) static __typeof__(&name) real; if (!real) real = (__typeof__(&name))dlsym(RTLD_NEXT, #name)

#define WRITES(name, arguments, given, part)                                       \
    ssize_t name arguments {                                                       \
        REAL(name);                                                                \
        if (file_below(fd) && here()) {                                            \
            if (how == FULL) { errno = ENOSPC; return -1; }                        \
            if (how == HALF && size > 1) { part; }                                 \
            end();                                                                 \
        }                                                                          \
        return real given;                                                         \
    }

WRITES(write, (int fd, const void *from, size_t size), (fd, from, size), (void)!real(fd, from, size / 2))
WRITES(pwrite, (int fd, const void *from, size_t size, off_t at), (fd, from, size, at),
       (void)!real(fd, from, size / 2, at))
WRITES(pwrite64, (int fd, const void *from, size_t size, off64_t at), (fd, from, size, at),
       (void)!real(fd, from, size / 2, at))

#define CHANGES(name, arguments, given, ours, needs_room)                          \
    int name arguments {                                                           \
        REAL(name);                                                                \
        if (ours && here()) {                                                      \
            if (how == FULL) {                                                     \
                if (needs_room) { errno = ENOSPC; return -1; }                     \
            } else {                                                               \
                if (how == HALF) (void)!real given;                                \
                end();                                                             \
            }                                                                      \
        }                                                                          \
        return real given;                                                         \
    }

CHANGES(fsync, (int fd), (fd), file_below(fd), 0)
CHANGES(fdatasync, (int fd), (fd), file_below(fd), 0)
CHANGES(ftruncate, (int fd, off_t size), (fd, size), file_below(fd), 0)
CHANGES(ftruncate64, (int fd, off64_t size), (fd, size), file_below(fd), 0)
CHANGES(rename, (const char *from, const char *to), (from, to), path_below(from), 1)
CHANGES(link, (const char *from, const char *to), (from, to), path_below(to), 1)
CHANGES(unlink, (const char *path), (path), path_below(path), 0)
CHANGES(rmdir, (const char *path), (path), path_below(path), 0)
CHANGES(mkdir, (const char *path, mode_t mode), (path, mode), path_below(path), 1)
