using LabTest.Instruments.Profiles.Compiling;
using LabTest.Instruments.Profiles.Spec;
using LabTest.Instruments.Yaml;

namespace LabTest.Instruments.Profiles;

/// <summary>Loads profiles, by id from folders (<c>&lt;folder&gt;/&lt;vendor&gt;/&lt;model&gt;.yaml</c>) or by path.</summary>
/// <param name="folders">Where profiles are looked for, in order.</param>
internal sealed class ProfileLoader(IReadOnlyList<string> folders)
{
    private const int MostAncestors = 8;

    private readonly Dictionary<string, InstrumentModel> _loaded = new(StringComparer.Ordinal);

    /// <summary>What is no mistake in the folders, and yet worth knowing.</summary>
    public List<ProfileProblem> Warnings { get; } = [];

    /// <summary>Loads a profile by its id, or by its path where it ends in .yaml or .yml.</summary>
    /// <param name="name">The id or path.</param>
    /// <param name="from">Where it is named: its folder is where a path starts, and messages say it.</param>
    /// <exception cref="ProfileException">It is not there, or there are problems in it.</exception>
    public InstrumentModel Load(string name, YamlMark from)
    {
        var file = Find(name, from);
        if (!_loaded.TryGetValue(file, out var model))
            _loaded[file] = model = LoadFile(file);
        return IsPath(name) || model.Id == name ? model : throw new ProfileException(from.Problem($"'{file}' says its id is '{model.Id}'; rename the file, or correct the id"));
    }

    /// <summary>Loads a profile from a file.</summary>
    /// <exception cref="ProfileException">There are problems in it.</exception>
    public InstrumentModel LoadFile(string file)
    {
        List<ProfileSource> sources = [];
        var root = Read(file, sources);
        var binder = new YamlBinder();
        var spec = binder.Bind<ProfileSpec>(root);
        binder.ThrowIfProblems();
        return ProfileCompiler.Compile(spec!, sources, binder);
    }

    private YamlMapping Read(string file, List<ProfileSource> sources)
    {
        var text = SourceFile.Read(file);
        sources.Add(new ProfileSource(file, text));
        var root = YamlReader.ReadMapping(file, text);
        if (root.Find("extends") is not YamlScalar { IsNull: false } extends)
            return root;
        if (sources.Count > MostAncestors)
            throw new ProfileException(extends.Mark.Problem($"this extends more than {MostAncestors} profiles, or itself"));
        return Read(Find(extends.Text, extends.Mark), sources).OverlaidBy(root);
    }

    private string Find(string name, YamlMark from)
    {
        if (IsPath(name))
        {
            var path = Path.GetFullPath(name, Path.GetDirectoryName(Path.GetFullPath(from.File))!);
            return File.Exists(path) ? path : throw new ProfileException(from.Problem($"there is no file '{path}'"));
        }

        if (folders.Select(f => Path.Combine(f, $"{name}.yaml")).Where(File.Exists).ToArray() is not [var first, .. var others])
            throw new ProfileException(NotFound(name, from));
        if (others.Where(o => !IsCopyOfPacked(first, o)).ToArray() is { Length: > 0 } hidden)
            Warnings.Add(from.Problem($"the profile '{name}' is in {hidden.Length + 1} folders: {first} is taken, and {string.Join(", ", hidden)} is not; name the other by its path if it is meant, or take one away"));
        return first;
    }

    private ProfileProblem NotFound(string id, YamlMark from)
    {
        var message = $"there is no profile '{id}' in {(folders.Count == 0 ? "any folder, since none is given" : string.Join(", ", folders))}";
        var (folder, misnamed) = Files("*.yaml").Concat(Files("*.yml")).FirstOrDefault(f => IdOf(f.File) == id);
        return misnamed is null
            ? from.Problem(message, Spelling.Nearest(id, Ids()))
            : from.Problem($"{message}; '{misnamed}' has that id, but a profile is found only in a file of its id: call it {Path.Combine(folder, $"{id}.yaml")}, or write its path here");
    }

    // A project may keep the very file that comes with LabTest.
    private static bool IsCopyOfPacked(string first, string other)
    {
        try
        {
            return other.StartsWith(ProfileFolders.Packed, StringComparison.Ordinal) && SourceFile.Read(first) == SourceFile.Read(other);
        }
        catch (ProfileException)
        {
            return false;
        }
    }

    private static string? IdOf(string file)
    {
        try
        {
            return YamlReader.ReadMapping(file, SourceFile.Read(file)).Find("id") is YamlScalar id ? id.Text : null;
        }
        catch (ProfileException)
        {
            return null;
        }
    }

    private IEnumerable<(string Folder, string File)> Files(string pattern) =>
        folders.Where(Directory.Exists).SelectMany(f => Directory.EnumerateFiles(f, pattern, SearchOption.AllDirectories).Select(p => (f, p)));

    private static bool IsPath(string name) => name.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".yml", StringComparison.OrdinalIgnoreCase);

    /// <summary>The ids of all profiles in the folders.</summary>
    public IEnumerable<string> Ids() =>
        Files("*.yaml").Select(f => Path.ChangeExtension(Path.GetRelativePath(f.Folder, f.File), null).Replace('\\', '/')).Distinct(StringComparer.Ordinal);
}
