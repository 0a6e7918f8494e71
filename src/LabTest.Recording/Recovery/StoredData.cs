using LabTest.Hdf5;
using LabTest.Recording.Files;
using LabTest.Recording.Journal;
using LabTest.Recording.Runs;

namespace LabTest.Recording.Recovery;

/// <summary>The numbers that only data.h5 holds, and files that were kept when a recovery put another in its place. Whatever their state is, reading them ends in a value or a reason.</summary>
internal sealed class StoredData : IDisposable
{
    private static readonly string[] Kinds = ["waveforms", "arrays", "tables"];

    private readonly List<Hdf5File> _files = [];

    /// <summary>Opens all files of a run that can hold numbers.</summary>
    /// <param name="folder">The run.</param>
    /// <param name="problems">Told of what cannot be opened.</param>
    public StoredData(RunFolder folder, ICollection<string> problems)
    {
        foreach (var file in WholeFile.Kept(folder.Data).Prepend(folder.Data).Where(File.Exists))
        {
            try
            {
                _files.Add(Hdf5File.OpenRead(file));
            }
            catch (Exception e)
            {
                // Whatever its bytes make of its reader.
                HasUnreadable |= file == folder.Data;
                problems.Add($"'{file}' cannot be read: {e.Message}");
            }
        }
    }

    /// <summary>Whether the file has something that could not be read, and that other programs may read.</summary>
    public bool HasUnreadable { get; private set; }

    /// <summary>Reads what a measurement refers to.</summary>
    /// <param name="taken">The measurement.</param>
    /// <param name="stored">What the journal says of its numbers; null if it says nothing.</param>
    /// <param name="reason">Why it cannot be read; null if it is in no file.</param>
    public MeasuredValue? Read(MeasurementTaken taken, ArrayStored? stored, out string? reason)
    {
        reason = null;
        foreach (var file in _files)
        {
            try
            {
                if (file.Root.TryGet(taken.Dataset!, out var found) && found is Hdf5Group group)
                    return StoredNumbers.Read(group, stored, taken);
            }
            catch (Exception e)
            {
                HasUnreadable |= file == _files[0];
                reason ??= e.Message;
            }
        }

        return null;
    }

    /// <summary>The groups with numbers that are in one of the files.</summary>
    public IEnumerable<string> Places()
    {
        var places = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in _files)
        {
            foreach (var kind in Kinds)
            {
                try
                {
                    if (file.Root.TryGet(kind, out var found) && found is Hdf5Group group)
                        places.UnionWith(group.Links.Select(l => $"/{kind}/{l.Name}"));
                }
                catch (Exception)
                {
                    HasUnreadable = true;
                }
            }
        }

        return places;
    }

    /// <summary>What a group says of the measurement whose numbers it holds, for one whose line in the journal is lost.</summary>
    public MeasurementTaken? MeasurementOf(string place)
    {
        foreach (var file in _files)
        {
            try
            {
                if (!file.Root.TryGet(place, out var found))
                    continue;
                var attributes = found.Attributes;
                return new MeasurementTaken(
                    null, attributes.Find("name")?.Read<string>() ?? place[(place.LastIndexOf('/') + 1)..], null, null, null, place, "", null, 1, attributes.Find("source")?.Read<string>(), [], 0, 1)
                {
                    Number = attributes.Find("number")?.Read<long>() ?? 0,
                    Time = Instant.TryParse(attributes.Find("taken_at")?.Read<string>(), out var time) ? time.UnixNanoseconds : 0,
                };
            }
            catch (Exception)
            {
                HasUnreadable = true;
            }
        }

        return null;
    }

    public void Dispose()
    {
        foreach (var file in _files)
            file.Dispose();
    }
}
