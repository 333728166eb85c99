"""What other sites show of ours beside a link: title, text and a picture, of stories one of their own."""
