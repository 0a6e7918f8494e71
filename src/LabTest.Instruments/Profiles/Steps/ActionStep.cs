namespace LabTest.Instruments.Profiles.Steps;

/// <summary>One step of an action; none loops or branches.</summary>
internal abstract record ActionStep
{
    /// <summary>The channels it is done on, from 0. Without a channel, a step that needs one is done on every channel.</summary>
    /// <param name="model">The instrument.</param>
    /// <param name="channel">The channel that is asked for; -1 for none.</param>
    public IEnumerable<int> ChannelsOf(InstrumentModel model, int channel)
    {
        var needsChannel = this switch
        {
            SetStep set => set.Parameter.IsChannel,
            ReadStep read => read.Parameter.IsChannel,
            UntilStep until => until.Parameter.IsChannel,
            WriteStep write => write.Command.Holes.Contains("ch"),
            _ => false,
        };
        return needsChannel && channel < 0 ? Enumerable.Range(0, model.Channels.Count) : [channel];
    }
}
