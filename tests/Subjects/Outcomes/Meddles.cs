namespace Outcomes;

/// <summary>Tests that pass, and damage the record of their own run.</summary>
public sealed class Meddles(Station station)
{
    [Fact]
    public void Deletes_data()
    {
        Passes();
        File.Delete(Path.Combine(station.RunFolder, "data.h5"));
    }

    [Fact]
    public void Cuts_data() => Cut("data.h5");

    [Fact]
    public void Cuts_the_journal() => Cut("events.jsonl");

    private void Cut(string name)
    {
        Passes();
        using var file = new FileStream(Path.Combine(station.RunFolder, name), FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
        file.SetLength(file.Length / 2);
    }

    private void Passes()
    {
        station.Record("wave", new Waveform(new double[2000], Unit.Parse("V"), 1.Milliseconds(), 0.Milliseconds()));
        station.Record("rail", 3.3.Volts()).Should().BeAtLeast(3.Volts());
    }
}
